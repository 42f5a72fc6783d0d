/** What people do, in a real browser against the whole application. */
@org.jspecify.annotations.NullMarked
package org.gongzhi.journeys;
