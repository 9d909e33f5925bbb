rootProject.name = "portico-example"

// The client is built from the folder above instead of being fetched.
includeBuild("..")
