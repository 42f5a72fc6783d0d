/**
 * Federation 统一身份: signing in by the word of an identity provider (OpenID Connect) that a deployment names. Owns {@code account_subject}: who of the provider is whose
 * account. Everything after that word is as at any sign-in and belongs to {@link org.gongzhi.identity.SessionSignedIn}. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "identity", "audit"})
package org.gongzhi.federation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
