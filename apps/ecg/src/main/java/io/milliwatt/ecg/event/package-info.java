/** What can begin and end at a patient or a node: the classes of events, how loud each is, and their episodes. */
package io.milliwatt.ecg.event;
