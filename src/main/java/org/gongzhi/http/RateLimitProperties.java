package org.gongzhi.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param factor multiplies every limit: above 1 for a big community behind one address, very large for a load test */
@ConfigurationProperties("gongzhi.rate-limits")
record RateLimitProperties(@DefaultValue("1") double factor) {}
