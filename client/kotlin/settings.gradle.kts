rootProject.name = "portico-client"
