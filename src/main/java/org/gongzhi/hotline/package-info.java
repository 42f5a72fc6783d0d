/**
 * Hotline 热线交换: the city's hotline (12345) hands its cases over in sheets and wants the results back in its own form. Owns {@code hotline_case}: which case
 * became which demand. Brings one kind of sheet ({@link org.gongzhi.sheet.SheetKind}) and one kind of job. Announces {@link org.gongzhi.demand.DemandEvent}
 * where an import is taken back; listens to nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "http",
            "region",
            "identity",
            "audit",
            "privacy",
            "question",
            "trail",
            "job",
            "sheet",
            "demand",
            "archive"
        })
package org.gongzhi.hotline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
