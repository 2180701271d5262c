/** What pages see of machines and alarms: the records behind the JSON of REST answers and live messages. */
package io.milliwatt.vibration.adapter.view;
