/** Whoever asks, by whatever door: what is answered is what a loop over everything would find for them. */
@NullMarked
package org.gongzhi.scope;

import org.jspecify.annotations.NullMarked;
