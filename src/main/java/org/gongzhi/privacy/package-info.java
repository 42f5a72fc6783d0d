/**
 * Privacy: contacts of people, sealed with a key outside the database, shown masked, and in plain only for a purpose that the person concerned may read
 * later; keyed digests, under which follow-up codes are stored; and what may be said of a matter in public. Ciphers are the national ones (SM4-GCM, SM3); {@code gongzhi.privacy.cipher: aes} selects
 * AES-GCM for new seals, and either opens what the other sealed.
 *
 * <p>Owns {@code contact}, {@code contact_look}. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(
        displayName = "Privacy",
        allowedDependencies = {"kernel", "audit"})
package org.gongzhi.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
