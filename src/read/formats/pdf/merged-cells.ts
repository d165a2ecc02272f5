/** A cell of a grid by its rows and columns, from 0 — 网格单元. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What is ruled between the elementary boxes of a grid. */
export interface Edges {
  readonly rows: number;
  readonly columns: number;
  /** Whether a line parts the box from the one to its right, from the one below. */
  isRuledRight(row: number, column: number): boolean;
  isRuledBelow(row: number, column: number): boolean;
}

/** Elementary boxes that no line parts are one merged cell — 合并单元格. Cells are rectangles and tile the grid. */
export function mergedCells(edges: Edges): GridPlace[] {
  const { rows, columns } = edges;
  const parent = Int32Array.from({ length: rows * columns }, (_, at) => at);
  const find = (box: number): number => {
    let root = box;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[box] !== root) [box, parent[box]] = [parent[box]!, root];
    return root;
  };
  const unite = (a: number, b: number): boolean => {
    const first = find(a);
    const second = find(b);
    parent[Math.max(first, second)] = Math.min(first, second);
    return first !== second;
  };
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const box = row * columns + column;
      if (column + 1 < columns && !edges.isRuledRight(row, column)) unite(box, box + 1);
      if (row + 1 < rows && !edges.isRuledBelow(row, column)) unite(box, box + columns);
    }
  for (;;) {
    const places = placesOf(rows, columns, find);
    let grew = false;
    for (const { place, boxes } of places.values()) {
      if (boxes === place.rows * place.columns) continue;
      for (let row = place.row; row < place.row + place.rows; row++)
        for (let column = place.column; column < place.column + place.columns; column++)
          grew = unite(place.row * columns + place.column, row * columns + column) || grew;
    }
    if (!grew) return [...places.values()].map(({ place }) => place);
  }
}

function placesOf(rows: number, columns: number, find: (box: number) => number) {
  const places = new Map<number, { place: GridPlace; boxes: number }>();
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const root = find(row * columns + column);
      const known = places.get(root);
      const place = known ? reaching(known.place, row, column) : { row, column, rows: 1, columns: 1 };
      places.set(root, { place, boxes: (known?.boxes ?? 0) + 1 });
    }
  return places;
}

function reaching(place: GridPlace, row: number, column: number): GridPlace {
  const left = Math.min(place.column, column);
  return {
    row: place.row,
    column: left,
    rows: Math.max(place.rows, row - place.row + 1),
    columns: Math.max(place.column + place.columns, column + 1) - left,
  };
}
