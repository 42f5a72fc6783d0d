package org.gongzhi.journeys;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** All journeys walk through one running application: two streets of Chaoyang with the sample's people and a small year of demands. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"gongzhi.demo=true", "gongzhi.demo.demands=260", "gongzhi.rate-limits.factor=20"})
@ContextConfiguration(initializers = SmallTerritory.class)
@ExtendWith(Chromium.class)
@interface JourneyTest {}
