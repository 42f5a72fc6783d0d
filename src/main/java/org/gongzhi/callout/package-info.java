/**
 * Call-out 吹哨报到: a street calls several departments and bodies to one demand, each with its task and clock; they come or decline, report, and are judged one
 * by one. Owns the {@code callout*} tables. Announces {@link org.gongzhi.callout.CalloutEvent}; listens to {@link org.gongzhi.todo.TodoEvent} and to
 * {@link org.gongzhi.demand.DemandEvent}, since the clocks of those called stand still with the demand's.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "http",
            "region",
            "identity",
            "audit",
            "file",
            "trail",
            "todo",
            "demand",
            "ledger"
        })
package org.gongzhi.callout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
