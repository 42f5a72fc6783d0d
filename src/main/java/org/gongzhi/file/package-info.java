/**
 * File: pictures and papers that people attach, and sheets that jobs make. What comes in is told by its content, not by its name; pictures are decoded and
 * drawn anew, so that where and when they were taken does not come along, and nothing can hide in them. What nobody attached is swept after a day.
 *
 * <p>Owns {@code file}. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(
        displayName = "File",
        allowedDependencies = {"kernel", "http", "region"})
package org.gongzhi.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
