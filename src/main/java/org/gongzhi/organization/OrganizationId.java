package org.gongzhi.organization;

import java.util.UUID;

/** Which organization. */
public record OrganizationId(UUID value) {

    /** What to-dos, trails and audit entries about organizations call their subject. */
    public static final String SUBJECT = "organization";

    @Override
    public String toString() {
        return value.toString();
    }
}
