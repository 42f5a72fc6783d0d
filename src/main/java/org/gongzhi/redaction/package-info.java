/**
 * Redaction 遮盖: words, or parts of a photo, that nobody needs to read any more. They are replaced where they stand, so that every page, list, sheet, search and
 * window shows the same; the originals are sealed like contacts, opened for a purpose that stays on record, and can be brought back. What is said
 * about a case and sealed from the beginning is kept with them, and so is what a correction replaced. Owns {@code redaction}, {@code redaction_seal},
 * {@code redaction_look}. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "audit", "privacy", "file", "question", "demand"})
package org.gongzhi.redaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
