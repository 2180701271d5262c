/** What pages see: the records behind the JSON of REST answers and live messages. */
package io.milliwatt.ecg.adapter.view;
