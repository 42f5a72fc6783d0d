/**
 * Webhook 事件推送: what happens to demands of a territory is told to systems of others: signed, with retries, and with a log that shows what they answered. Nothing
 * that names a person is told. Owns {@code webhook_endpoint}, {@code webhook_event}, {@code webhook_delivery}. Announces nothing; listens to
 * {@link org.gongzhi.demand.DemandEvent}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "identity", "audit", "privacy", "demand"})
package org.gongzhi.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
