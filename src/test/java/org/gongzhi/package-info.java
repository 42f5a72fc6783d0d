@NullMarked
package org.gongzhi;

import org.jspecify.annotations.NullMarked;
