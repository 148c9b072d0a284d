/**
 * The web server: limits of connections, headers, bodies and memory; requests of channels, which bypass Spring's filters; request
 * bodies that routes read for themselves; security headers; 503 while routes are not running.
 */
@NullMarked
package io.redress.http;

import org.jspecify.annotations.NullMarked;
