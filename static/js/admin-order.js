"use strict";
/* Lists keep the order in which their records were chosen: what is chosen again goes to the end. */
django.jQuery(document).on("select2:select", "select.admin-autocomplete[multiple]", (event) => {
  const option = event.params.data.element;
  const select = event.currentTarget;
  if (option && option !== select.lastElementChild) {
    select.append(option);
    django.jQuery(select).trigger("change");
  }
});
