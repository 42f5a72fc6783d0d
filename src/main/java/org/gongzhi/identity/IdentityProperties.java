package org.gongzhi.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a deployment may set.
 *
 * @param idleTimeOut a session ends after so long without a request
 * @param standingFor how long what an account may do is believed before it is read again
 */
@ConfigurationProperties("gongzhi.identity")
record IdentityProperties(
        @DefaultValue("30m") Duration idleTimeOut,
        @DefaultValue("2s") Duration standingFor) {}
