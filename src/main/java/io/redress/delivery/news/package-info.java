/** What systems downstream have to say of tickets: read from them at intervals, by a durable position, each thing once in effect. */
package io.redress.delivery.news;
