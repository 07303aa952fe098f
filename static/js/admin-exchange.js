"use strict";
/* The page of a long work is loaded once the work is done: go on to what came of it. */
{
  const further = document.querySelector("a[data-further]");
  if (further) location.replace(further.href);
}
