package org.gongzhi.window;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.Walking;
import org.springframework.context.annotation.Import;

/** The whole application, time that goes when a test says so, and {@link Street}: the staff of a small street. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@GongzhiTest
@Import({Walking.class, Street.class})
@interface WindowTest {}
