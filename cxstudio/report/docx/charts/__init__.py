"""Charts that Word draws, each with the workbook that holds its figures."""
