@NullMarked
package org.gongzhi.database;

import org.jspecify.annotations.NullMarked;
