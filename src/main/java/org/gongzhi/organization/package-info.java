/**
 * Organizations 党组织: which exist, whom each answers to (条), where each stands (块), its term and its posts; every one of these from a day to a day. What a kind is
 * bound by are dated rules of {@link org.gongzhi.rule}. Owns {@code organization_kind}, {@code organization_matter}, {@code organization_rule}, {@code organization},
 * {@code organization_affiliation}, {@code organization_territory}, {@code organization_name}, {@code organization_term}, {@code organization_post}. Others ask
 * {@link org.gongzhi.organization.OrganizationLookup}. Announces nothing; follows changes of the tree of territories.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "identity", "audit", "rule", "todo"})
package org.gongzhi.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
