/** The flow in {@code routes/}: found, checked before it runs, loaded, and reloaded when a file changes. */
package io.redress.routes;
