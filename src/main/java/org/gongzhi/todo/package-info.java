/**
 * 待办: the only place where somebody must do something by a time. Owns {@code clock_rule} and {@code todo}; works out due times from dated rules and the
 * working calendar, keeps what waits for whom, and escalates what is overdue. Announces {@link org.gongzhi.todo.TodoEvent}; listens to nothing: whoever owns a
 * matter opens and settles its to-dos through {@link org.gongzhi.todo.Todos} in its own transaction.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "identity", "rule"})
package org.gongzhi.todo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
