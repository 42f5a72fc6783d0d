package org.gongzhi.kernel;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A change of the tree of territories or departments while it is carried out or taken back.
 *
 * @param effectiveOn what happened before this day stays counted where it was
 */
public record TreeChange(UUID id, LocalDate effectiveOn) {}
