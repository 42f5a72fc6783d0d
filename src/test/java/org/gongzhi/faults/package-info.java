@NullMarked
package org.gongzhi.faults;

import org.jspecify.annotations.NullMarked;
