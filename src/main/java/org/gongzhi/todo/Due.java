package org.gongzhi.todo;

import java.time.Instant;
import java.util.UUID;

/**
 * When something must be done, and by which rule.
 *
 * @param warnAt from when on it is called soon
 * @param inWords 水电气热类 24 小时
 * @param source of the rule; says so when a year's holiday notice is not out yet and its working days are presumed
 */
public record Due(UUID ruleId, int ruleVersion, Instant dueAt, Instant warnAt, String inWords, String source) {}
