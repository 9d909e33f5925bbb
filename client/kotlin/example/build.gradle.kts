plugins {
    kotlin("jvm") version "2.4.20"
    application
}

repositories {
    mavenCentral()
}

dependencies {
    implementation("portico:portico-client:0.1.0")
}

application {
    mainClass.set("example.MainKt")
}
