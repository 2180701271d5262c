/** Where the farm's tables meet its rules: accounts are drawn, advice is given, waterings are begun, watched and judged. */
package io.milliwatt.irrigation.adapter.desk;
