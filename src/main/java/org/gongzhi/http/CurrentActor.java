package org.gongzhi.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the controller argument that is the signed-in person in their active duty; without one the answer is 401. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface CurrentActor {

    /** Request attribute under which a filter leaves an actor that it let in itself: a machine, which has no session. */
    String ATTRIBUTE = "org.gongzhi.http.CurrentActor";
}
