/** The residents' window from end to end: what goes in by the public doors, what staff read of it, and what is left of whoever brought it. */
@NullMarked
package org.gongzhi.window;

import org.jspecify.annotations.NullMarked;
