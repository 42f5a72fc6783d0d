package org.gongzhi.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param privateAddresses whether endpoints may lie inside the network, and then speak plain http: for closed networks
 * @param timeout how long an endpoint may take to answer
 */
@ConfigurationProperties("gongzhi.webhook")
record WebhookProperties(
        @DefaultValue("false") boolean privateAddresses,
        @DefaultValue("10s") Duration timeout) {}
