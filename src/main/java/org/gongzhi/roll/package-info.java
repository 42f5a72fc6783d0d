/**
 * Roll 党组织名册: takes organizations over from sheets and hands them out in the same columns. Owns {@code roll_entry}: which organization came of which sheet, and
 * what its figures were before. Brings one kind of sheet ({@link org.gongzhi.sheet.SheetKind}) and one kind of job; what may be is
 * {@link org.gongzhi.organization.OrganizationIntake}'s to say. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "audit", "job", "sheet", "organization"})
package org.gongzhi.roll;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
