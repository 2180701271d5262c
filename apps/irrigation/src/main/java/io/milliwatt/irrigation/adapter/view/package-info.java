/** What pages see of the farm: the records behind the JSON of REST answers and live messages. */
package io.milliwatt.irrigation.adapter.view;
