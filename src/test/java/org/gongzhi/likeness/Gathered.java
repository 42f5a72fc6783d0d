package org.gongzhi.likeness;

import java.util.Collection;
import org.gongzhi.kernel.RegionCode;
import org.springframework.context.ApplicationContext;

/** What stands together, worked out now and not when its time comes. */
public final class Gathered {

    private Gathered() {}

    public static void in(ApplicationContext application, Collection<RegionCode> streets) {
        GatherClusters gather = application.getBean(GatherClusters.class);
        gather.gather();
        streets.forEach(gather::look);
    }
}
