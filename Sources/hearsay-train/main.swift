print("hearsay-train")
