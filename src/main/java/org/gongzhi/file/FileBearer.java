package org.gongzhi.file;

import java.util.UUID;
import org.gongzhi.kernel.Actor;

/** A module whose records carry files: whoever may open the record may open what hangs on it, and nobody else, whatever their territory. */
public interface FileBearer {

    /** Whether the file hangs on something of this module that the reader may open; inside the reader's transaction. */
    boolean shows(Actor reader, UUID file);
}
