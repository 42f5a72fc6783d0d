/**
 * Sheet 表格导入: takes over what others keep in sheets (CSV, XLSX), whatever they hold. A sheet is uploaded, its columns are chosen, every line is judged, what is
 * wrong goes back as a sheet of its own, the rest is applied in parts and can be taken back. Owns {@code sheet_import}, {@code sheet_row} and
 * {@code sheet_mapping}. A module adds a kind of sheet with a bean that implements {@link org.gongzhi.sheet.SheetKind}. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "identity", "audit", "privacy", "file", "job"})
package org.gongzhi.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
