package org.gongzhi.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The codes a text, or each text of a list, may be on the wire, for the interface description: those of an enum (its names in lower case), or the ones written out. */
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface OneOf {
    String[] value() default {};

    Class<? extends Enum<?>>[] codes() default {};
}
