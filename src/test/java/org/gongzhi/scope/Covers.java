package org.gongzhi.scope;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The doors that a test compares with a loop over everything. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Covers {

    /** As the handler is mapped: {@code /api/demands/{id}}. */
    String[] value();
}
