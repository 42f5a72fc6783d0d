/** What tests of every module use: databases, the whole application, fixtures that several modules share. */
@NullMarked
package org.gongzhi.support;

import org.jspecify.annotations.NullMarked;
