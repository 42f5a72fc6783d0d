/**
 * Operations: what whoever runs an installation needs — backups and their return, upgrades and the way back, and whether all is well, in plain words. Owns {@code backup_made}. Announces
 * nothing, listens to nothing; asks the tables of queues how much waits in them, since a queue that stands still does not say so itself.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "database", "identity", "audit", "insight"})
package org.gongzhi.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
