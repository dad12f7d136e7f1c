// Filled by the first issue's parts.
