package org.gongzhi.scope;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gongzhi.support.GongzhiTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The whole application with one random territory in it, which all these tests read and none changes. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@GongzhiTest
@Import(ScopeWorld.class)
@TestPropertySource(properties = "gongzhi.rate-limits.factor=1000")
@interface ScopeTest {}
