package org.gongzhi.faults;

import java.net.URI;

/** Where people come in: an application, or what stands before several. */
interface Entrance {

    URI at(String path);
}
