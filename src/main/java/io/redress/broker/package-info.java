/** The message broker, embedded or external: its connections, its users, what is done at its start and on its journal. */
package io.redress.broker;
