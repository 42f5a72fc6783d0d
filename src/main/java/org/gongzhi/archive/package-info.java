/**
 * 存量: takes over demands that happened before this product was there, with their history, in bulk. It is no verb of {@code demand}: nobody decides anything, and
 * nothing is told. And takes over what another line hears now, in sets but by the rules of a registration: {@link org.gongzhi.archive.DemandIntake}. Owns no table;
 * fills {@code demand}'s and {@code callout}'s, the former through doors of the database that open only while there is no demand. The intake announces
 * {@link org.gongzhi.demand.DemandEvent}; listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "privacy", "demand", "question", "region", "audit", "todo"})
package org.gongzhi.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
