package io.milliwatt.irrigation.adapter.definition;

import io.milliwatt.irrigation.field.Field;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** A field as it is entered or imported. */
public record FieldDefinition(
        @NotBlank String siteId,
        @NotBlank String name,
        @NotNull Geometry outline) {

    public Field toField(String id) {
        return new Field(id, siteId, name, outline.toOutline());
    }
}
