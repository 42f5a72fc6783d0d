/** Gongzhi 共治: a digital workspace for a territory. Every package below is one module; see the architecture page. */
@NullMarked
package org.gongzhi;

import org.jspecify.annotations.NullMarked;
