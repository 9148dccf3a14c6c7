/**
 * What creating does when the object exists already and is not this resource's own: `adoptIfEqual` takes it over when
 * everything declared holds, `adopt` takes it over and changes it to what is declared, `refuse` fails.
 */
export type OnExisting = "adoptIfEqual" | "adopt" | "refuse";

/**
 * What deleting does: `delete` removes the object unless messages would be lost, `retain` leaves it, `force` removes it
 * together with its messages.
 */
export type OnDelete = "delete" | "retain" | "force";

/** How a mesh treats a tenant or a namespace of its own that exists already, and what becomes of it at the end. */
export interface MeshOwnershipSpec {
  /**
   * What creating does when it exists already and is not this mesh's own. Taken over, it goes with the mesh unless `onDelete` is "retain".
   * @default "adoptIfEqual"
   * @example "adopt"
   */
  readonly onExisting?: OnExisting;
  /**
   * What becomes of it when it leaves the mesh, or the mesh is destroyed. One that still holds something of others' is never deleted but
   * by "force".
   * @default "delete"
   * @example "retain"
   */
  readonly onDelete?: OnDelete;
}
