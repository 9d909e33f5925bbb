import org.jetbrains.kotlin.gradle.dsl.JvmTarget

plugins {
    kotlin("jvm") version "2.4.20"
    `java-library`
    `maven-publish`
}

group = "portico"
version = "0.1.0"

repositories {
    mavenCentral()
}

dependencies {
    // Flow and suspend functions are part of what the client offers.
    api("org.jetbrains.kotlinx:kotlinx-coroutines-core:1.8.0")
}

kotlin {
    explicitApi()
    compilerOptions {
        jvmTarget.set(JvmTarget.JVM_1_8)
        allWarningsAsErrors.set(true)
    }
}

java {
    sourceCompatibility = JavaVersion.VERSION_1_8
    targetCompatibility = JavaVersion.VERSION_1_8
}

publishing {
    publications {
        create<MavenPublication>("client") { from(components["java"]) }
    }
}
